package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;

/** Loads the FXML that lies beside a view class and has the same name. FX thread. */
public final class FxmlLoader {
    private FxmlLoader() {}

    /**
     * Loads {@code <simple name>.fxml} beside the controller's class. The file names the class in {@code fx:controller}; the
     * instance given here, made by its own constructor, is used. {@code %key} is looked up in {@code messages}.
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as FXMLLoader itself does
    public static <N> N load(Object controller, Messages messages) {
        Class<?> type = controller.getClass();
        URL file = type.getResource(type.getSimpleName() + ".fxml");
        if (file == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + ".fxml beside " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(file, messages.bundle());
        loader.setControllerFactory(asked -> {
            if (asked != type) {
                throw new IllegalStateException(file + " names the controller " + asked + ", not " + type);
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot load " + file, broken);
        }
    }
}
