package com.prosynchub.ui.kit.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sentences of one feature. Each feature keeps its own {@code com/prosynchub/ui/<feature>/messages*.properties} in
 * UTF-8, so that features grow without touching a common file. Any thread.
 *
 * <p>The language is the JVM's display locale ({@link Locale.Category#DISPLAY}), which the launcher sets once at start.
 */
public final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, Messages> CACHE = new ConcurrentHashMap<>();

    private final String feature;
    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(String feature, Locale locale) {
        this.feature = feature;
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "com.prosynchub.ui." + feature + ".messages", locale, Messages.class.getClassLoader(), NO_FALLBACK);
    }

    /** The sentences of a feature in the display language; the name is its package below {@code ui}. */
    public static Messages of(String feature) {
        return of(feature, Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** The sentences of a feature in a given language; missing ones are English. */
    public static Messages of(String feature, Locale locale) {
        return CACHE.computeIfAbsent(feature + "/" + locale.toLanguageTag(), tagged -> new Messages(feature, locale));
    }

    /** The kit's own sentences. */
    public static Messages kit() {
        return of("kit");
    }

    /** The sentence of a key. A missing key is logged and shown as {@code [feature.key]}, never as an exception. */
    public String text(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException missing) {
            LOG.warn("No message {} in {}", key, feature);
            return "[" + feature + "." + key + "]";
        }
    }

    /** The sentence of a key with its places {@code {0}, {1}} … filled, by the rules of {@link MessageFormat}. */
    public String text(String key, Object... arguments) {
        String pattern = text(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** Whether the key exists. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The bundle itself, for FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }
}
