package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The field in which a stretch of time is said in words; fitting ones are offered while typing. FX thread. */
final class TimeField extends CustomTextField {
    private final TimeRangeViewModel model;
    private final Formats formats;
    private final Messages messages = Messages.of("trends");
    private final ContextMenu menu = new ContextMenu();
    private boolean choosing;

    TimeField(TimeRangeViewModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        setId("trend-time");
        setLeft(Icons.of(CarbonIcons.TIME));
        setPromptText(messages.text("time.prompt"));
        getStyleClass().addAll("psh-search", "psh-time-field");
        textProperty().subscribe((before, now) -> {
            if (!choosing && isFocused()) {
                offer(now);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN && !menu.isShowing()) {
                offer(getText());
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                menu.hide();
                e.consume();
            }
        });
        setOnAction(e -> {
            menu.hide();
            if (!getText().isBlank()) {
                model.say(getText());
            }
        });
        setOnMouseClicked(e -> offer(getText()));
    }

    private void offer(String typed) {
        model.orderIn(typed)
                .ifPresentOrElse(order -> model.sinceOrder(order, this::show), () -> show(model.offers(typed)));
    }

    private void show(List<TimeRangeViewModel.Offer> offers) {
        menu.getItems().setAll(offers.stream().map(this::item).toList());
        if (offers.isEmpty() || getScene() == null || getScene().getWindow() == null) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(this, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(TimeRangeViewModel.Offer offer) {
        MenuItem item = new MenuItem(messages.text(
                "time.offer",
                offer.words(),
                formats.dateTime(offer.range().from()),
                formats.dateTime(offer.range().to())));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            choosing = true;
            setText(offer.words());
            choosing = false;
            model.choose(offer);
        });
        return item;
    }
}
