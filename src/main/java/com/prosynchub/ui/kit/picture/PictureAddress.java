package com.prosynchub.ui.kit.picture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture may come from: a web server without a name and password in the address, or a file of this computer. A file
 * on another computer is neither: on Windows, asking for one hands out the person's sign-in.
 */
final class PictureAddress {
    private PictureAddress() {}

    static URI parse(String text) throws PictureException {
        try {
            return check(new URI(text.strip()));
        } catch (URISyntaxException unreadable) {
            throw new PictureException(PictureProblem.ADDRESS);
        }
    }

    /** Where a server sends us on to: a web address again, and never from an encrypted one to an open one. */
    static URI next(URI from, @Nullable String location) throws PictureException {
        try {
            URI to = from.resolve(new URI(location == null ? "" : location.strip()));
            boolean web =
                    isWeb(to) && (!scheme(from).equals("https") || scheme(to).equals("https"));
            if (!web) {
                throw new PictureException(PictureProblem.SENT_ELSEWHERE);
            }
            return check(to);
        } catch (URISyntaxException unreadable) {
            throw new PictureException(PictureProblem.SENT_ELSEWHERE);
        }
    }

    static boolean isWeb(URI address) {
        return scheme(address).equals("http") || scheme(address).equals("https");
    }

    private static URI check(URI address) throws PictureException {
        String path = address.getPath();
        if (isWeb(address)) {
            if (address.getRawUserInfo() != null) {
                throw new PictureException(PictureProblem.CREDENTIALS);
            }
            if (address.getHost() == null) {
                throw new PictureException(PictureProblem.ADDRESS);
            }
            return address;
        }
        boolean local = scheme(address).equals("file")
                && address.getRawAuthority() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0;
        if (!local) {
            throw new PictureException(PictureProblem.ADDRESS);
        }
        return address;
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }
}
