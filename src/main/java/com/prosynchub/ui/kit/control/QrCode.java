package com.prosynchub.ui.kit.control;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A square of dark and light modules that a telephone reads; dark on light in every theme, as readers want it. FX thread. */
public final class QrCode extends Canvas {
    private static final int QUIET = 4;
    private static final int MODULE = 4;

    /** @param description said to who does not see it */
    public QrCode(String content, String description) {
        ByteMatrix modules = modules(content);
        int side = (modules.getWidth() + 2 * QUIET) * MODULE;
        setWidth(side);
        setHeight(side);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(description);
        GraphicsContext g = getGraphicsContext2D();
        g.setFill(Color.WHITE);
        g.fillRect(0, 0, side, side);
        g.setFill(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    g.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
                }
            }
        }
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("this does not fit into a picture", tooLong);
        }
    }
}
