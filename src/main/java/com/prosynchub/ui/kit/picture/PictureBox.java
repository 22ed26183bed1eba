package com.prosynchub.ui.kit.picture;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.text.Messages;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A picture in a frame that is the same size before, during and after loading. Without a picture the frame holds a quiet icon,
 * and pointing at it says why. FX thread.
 */
public final class PictureBox extends StackPane {
    private final Pictures pictures;
    private final ImageView image = new ImageView();
    private final FontIcon icon;
    private final Tooltip tip = new Tooltip();
    private final Messages kit = Messages.kit();
    private @Nullable String shown;
    private @Nullable Cancellable loading;

    /** An empty frame; {@code instead} is the icon while there is no picture. */
    public PictureBox(Pictures pictures, Ikon instead, double width, double height) {
        this.pictures = pictures;
        icon = Icons.large(instead);
        getStyleClass().add("psh-picture");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        image.setPreserveRatio(true);
        image.setSmooth(true);
        // Inside the frame's line.
        image.setFitWidth(width - 2);
        image.setFitHeight(height - 2);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tip);
        getChildren().addAll(icon, image);
        say(kit.text("picture.none"));
    }

    /** Shows what is at an address; null or blank for no picture. The same address again changes nothing. */
    public void show(@Nullable String address) {
        String wanted = address == null || address.isBlank() ? null : address.strip();
        if (Objects.equals(wanted, shown)) {
            return;
        }
        shown = wanted;
        Cancellable before = loading;
        if (before != null) {
            before.cancel();
        }
        image.setImage(null);
        icon.setVisible(true);
        say(kit.text(wanted == null ? "picture.none" : "picture.loading"));
        loading = wanted == null ? null : pictures.load(wanted, this::arrived);
    }

    /** What pointing at the frame says just now. */
    public String reason() {
        return tip.getText();
    }

    private void arrived(PictureResult result) {
        switch (result) {
            case PictureResult.Loaded(var loaded) -> {
                image.setImage(loaded);
                icon.setVisible(false);
                say(Objects.requireNonNullElse(shown, ""));
            }
            case PictureResult.Failed(var problem) -> say(sentence(problem));
        }
    }

    private void say(String text) {
        tip.setText(text);
        setAccessibleText(text);
    }

    private String sentence(PictureProblem problem) {
        return switch (problem) {
            case ADDRESS -> kit.text("picture.address");
            case CREDENTIALS -> kit.text("picture.credentials");
            case UNREACHABLE -> kit.text("picture.unreachable");
            case REFUSED -> kit.text("picture.refused");
            case SENT_ELSEWHERE -> kit.text("picture.elsewhere");
            case TOO_SLOW -> kit.text("picture.slow");
            case TOO_LARGE -> kit.text("picture.large");
            case NOT_A_PICTURE -> kit.text("picture.kind");
        };
    }
}
