package com.prosynchub.data.postgres;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that PostgreSQL's jsonb prints: objects to maps in order, without their null members; numbers to
 * {@link Long} where they are whole, else to {@link BigDecimal}. One thread.
 */
final class Json {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** The object in {@code text}; empty for null. Throws {@link IllegalArgumentException} for anything else. */
    static Map<String, Object> object(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Json json = new Json(text);
        Object value = json.value();
        json.skip();
        if (json.at != text.length() || !(value instanceof Map<?, ?> map)) {
            throw json.malformed();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((k, v) -> object.put((String) k, v));
        return object;
    }

    private @Nullable Object value() {
        skip();
        if (++depth > DEEPEST) {
            throw malformed();
        }
        Object value =
                switch (peek()) {
                    case '{' -> members();
                    case '[' -> elements();
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    case 'n' -> word("null", null);
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (ends('}')) {
            return members;
        }
        do {
            skip();
            String name = string();
            skip();
            expect(':');
            Object value = value();
            if (value != null) {
                members.put(name, value);
            }
        } while (goesOn('}'));
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        at++;
        if (ends(']')) {
            return elements;
        }
        do {
            Object value = value();
            elements.add(value == null ? "" : value);
        } while (goesOn(']'));
        return elements;
    }

    private String string() {
        expect('"');
        StringBuilder s = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            s.append(c == '\\' ? escaped() : c);
        }
        at++;
        return s.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw malformed();
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw malformed();
        }
        BigDecimal number = new BigDecimal(text.substring(from, at));
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        return whole ? (Object) number.longValueExact() : number;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return value;
    }

    private boolean ends(char close) {
        skip();
        if (peek() == close) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char close) {
        if (ends(close)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a JSON object, at character " + at);
    }
}
