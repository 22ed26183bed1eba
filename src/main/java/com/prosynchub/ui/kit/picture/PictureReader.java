package com.prosynchub.ui.kit.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches and decodes one picture. What came is judged by its own bytes, never by what the server calls it. Blocks: to be
 * called on a worker; safe for all threads.
 */
final class PictureReader {
    private static final Logger LOG = LoggerFactory.getLogger(PictureReader.class);
    private static final int REDIRECTS = 3;
    private static final int CHUNK = 8192;

    /** The largest that is ever shown, at twice the density. */
    private static final double WIDTH = 640;

    private static final double HEIGHT = 480;

    private final Limits limits;

    /**
     * How much patience there is.
     *
     * @param bytes of the file
     * @param pixels once decoded
     * @param time for all of it
     */
    record Limits(int bytes, long pixels, Duration time) {
        static final Limits USUAL = new Limits(8 << 20, 26_000_000, Duration.ofSeconds(10));
    }

    PictureReader(Limits limits) {
        this.limits = limits;
    }

    PictureResult read(String address) {
        try {
            return new PictureResult.Loaded(decode(fetch(PictureAddress.parse(address))));
        } catch (PictureException known) {
            return failed(known.problem(), known);
        } catch (SocketTimeoutException slow) {
            return failed(PictureProblem.TOO_SLOW, slow);
        } catch (IOException | IllegalArgumentException unreachable) {
            return failed(PictureProblem.UNREACHABLE, unreachable);
        }
    }

    private static PictureResult failed(PictureProblem problem, Exception why) {
        // Not the address: it may carry what was typed by mistake.
        LOG.debug("A picture is not shown: {}", problem, why);
        return new PictureResult.Failed(problem);
    }

    private byte[] fetch(URI address) throws IOException, PictureException {
        long end = System.nanoTime() + limits.time().toNanos();
        if (!PictureAddress.isWeb(address)) {
            Path file = Path.of(address);
            // A pipe or a device would never end.
            if (!Files.isRegularFile(file)) {
                throw new PictureException(PictureProblem.UNREACHABLE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return take(in, end);
            }
        }
        URI at = address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpURLConnection connection = open(at, end);
            try {
                int status = connection.getResponseCode();
                if (status / 100 != 3) {
                    return answer(connection, status, end);
                }
                at = PictureAddress.next(at, connection.getHeaderField("Location"));
            } finally {
                connection.disconnect();
            }
        }
        throw new PictureException(PictureProblem.SENT_ELSEWHERE);
    }

    private HttpURLConnection open(URI address, long end) throws IOException, PictureException {
        URLConnection connection = address.toURL().openConnection();
        if (!(connection instanceof HttpURLConnection web)) {
            throw new PictureException(PictureProblem.ADDRESS);
        }
        int left = (int) Math.max(1, (end - System.nanoTime()) / 1_000_000);
        web.setConnectTimeout(left);
        web.setReadTimeout(left);
        web.setInstanceFollowRedirects(false);
        web.setUseCaches(false);
        web.setRequestProperty("Accept", "image/png, image/jpeg, image/gif");
        web.setRequestProperty("User-Agent", "ProSyncHub");
        return web;
    }

    private byte[] answer(HttpURLConnection connection, int status, long end) throws IOException, PictureException {
        if (status != HttpURLConnection.HTTP_OK) {
            throw new PictureException(PictureProblem.REFUSED);
        }
        if (connection.getContentLengthLong() > limits.bytes()) {
            throw new PictureException(PictureProblem.TOO_LARGE);
        }
        try (InputStream in = connection.getInputStream()) {
            return take(in, end);
        }
    }

    /** Reads to the end, but neither more than allowed nor for longer: a server may send a byte a second. */
    private byte[] take(InputStream in, long end) throws IOException, PictureException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            taken.write(chunk, 0, read);
            if (taken.size() > limits.bytes()) {
                throw new PictureException(PictureProblem.TOO_LARGE);
            }
            if (System.nanoTime() - end > 0) {
                throw new PictureException(PictureProblem.TOO_SLOW);
            }
        }
        return taken.toByteArray();
    }

    private Image decode(byte[] bytes) throws PictureException {
        PictureHead head = PictureHead.of(bytes);
        if (head.pixels() > limits.pixels()) {
            throw new PictureException(PictureProblem.TOO_LARGE);
        }
        boolean small = head.width() <= WIDTH && head.height() <= HEIGHT;
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Image image = small ? new Image(in) : new Image(in, WIDTH, HEIGHT, true, true);
        if (image.isError()) {
            throw new PictureException(PictureProblem.NOT_A_PICTURE);
        }
        return image;
    }
}
