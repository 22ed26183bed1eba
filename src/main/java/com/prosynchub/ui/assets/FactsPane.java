package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.ui.kit.picture.PictureBox;
import com.prosynchub.ui.kit.picture.Pictures;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.text.Words;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Picture and description of an asset, and every column in readable groups. FX thread. */
final class FactsPane extends ScrollPane {
    private static final double GROUP = 340;
    private static final double PICTURE_WIDTH = 128;
    private static final double PICTURE_HEIGHT = 96;

    private final Formats formats;
    private final boolean seeCost;
    private final Messages messages = Messages.of("assets");
    private final PictureBox picture;
    private final Label description = new Label();
    private final FlowPane groups = new FlowPane();

    FactsPane(Formats formats, boolean seeCost, Pictures pictures) {
        this.formats = formats;
        this.seeCost = seeCost;
        picture = new PictureBox(pictures, CarbonIcons.IMAGE, PICTURE_WIDTH, PICTURE_HEIGHT);
        picture.setId("asset-picture");
        getStyleClass().add("psh-facts");
        setFitToWidth(true);
        description.setWrapText(true);
        description.getStyleClass().add("psh-facts-description");
        groups.getStyleClass().add("psh-facts-groups");
        groups.prefWrapLengthProperty()
                .bind(Bindings.createDoubleBinding(() -> getViewportBounds().getWidth(), viewportBoundsProperty()));
        HBox head = new HBox(picture, description);
        head.getStyleClass().add("psh-facts-head");
        VBox content = new VBox(head, groups);
        content.getStyleClass().add("psh-facts-content");
        setContent(content);
    }

    void show(AssetFacts facts) {
        Asset a = facts.asset();
        picture.show(a.imageUrl());
        description.setText(Typed.show(a.description()));
        groups.getChildren()
                .setAll(List.of(
                        group(
                                "group.place",
                                fact("assetTypeId", facts.typeName()),
                                fact("status", Words.of(a.status())),
                                fact(
                                        "healthScore",
                                        a.healthScore() == null ? null : messages.text("health", a.healthScore())),
                                fact("locationId", facts.place()),
                                fact("parentAssetId", facts.parentName()),
                                fact("qrCode", a.qrCode()),
                                fact("imageUrl", a.imageUrl())),
                        group("group.make", make(a)),
                        group(
                                "group.maintenance",
                                fact("lastMaintenanceDate", formats.date(a.lastMaintenanceDate())),
                                fact("nextMaintenanceDate", formats.date(a.nextMaintenanceDate()))),
                        group(
                                "group.record",
                                fact("createdAt", formats.dateTime(a.createdAt())),
                                fact("createdBy", facts.createdBy()),
                                fact("updatedAt", formats.dateTime(a.updatedAt())),
                                fact("updatedBy", facts.updatedBy()),
                                fact("revision", Integer.toString(a.revision())),
                                fact("id", a.id().toString()))));
    }

    private Fact[] make(Asset a) {
        Fact cost = fact(
                "purchaseCost",
                a.purchaseCost() == null
                        ? null
                        : formats.number(a.purchaseCost().doubleValue(), 2));
        Fact[] others = {
            fact("manufacturer", a.manufacturer()),
            fact("model", a.model()),
            fact("serialNumber", a.serialNumber()),
            fact("installationDate", formats.date(a.installationDate())),
            fact(
                    "expectedLifetime",
                    a.expectedLifetime() == null ? null : messages.text("months", a.expectedLifetime())),
            fact("warrantyExpiryDate", formats.date(a.warrantyExpiryDate()))
        };
        if (!seeCost) {
            return others;
        }
        Fact[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = cost;
        return all;
    }

    private record Fact(String label, String value) {}

    private Fact fact(String field, @Nullable String value) {
        return new Fact(messages.text("field." + field), value == null || value.isBlank() ? Formats.NONE : value);
    }

    private VBox group(String title, Fact... facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("psh-facts-grid");
        for (int i = 0; i < facts.length; i++) {
            Label name = new Label(facts[i].label());
            name.getStyleClass().add("psh-facts-name");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(facts[i].value());
            value.setWrapText(true);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(i, name, value);
        }
        Label heading = new Label(messages.text(title));
        heading.getStyleClass().add("psh-caption");
        VBox box = new VBox(heading, grid);
        box.getStyleClass().add("psh-facts-group");
        box.setPrefWidth(GROUP);
        return box;
    }
}
