package com.prosynchub.data.embedded.document;

import java.util.List;

/** Finds the values that a dotted path means in a document, through arrays as MongoDB's queries do. Stateless. */
final class Paths {
    /** Type given to a visitor for a value that isn't there. */
    static final int MISSING = -1;

    private Paths() {}

    /** What an array at the end of the path stands for. */
    enum Opening {
        /** itself */
        CLOSED,
        /** its elements, then itself */
        BOTH,
        /** its elements; an empty one is shown as an undefined value */
        ELEMENTS
    }

    /** Gets a value; answers whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(int type, int position);
    }

    /**
     * Shows every value of the path.
     *
     * @return false as soon as the visitor says so
     */
    static boolean walk(byte[] bytes, int document, List<byte[]> parts, int part, Opening opening, Visitor visitor) {
        int element = Bson.find(bytes, document, parts.get(part));
        if (element < 0) {
            return visitor.visit(MISSING, 0);
        }
        return value(
                bytes, Bson.typeAt(bytes, element), Bson.valueOf(bytes, element), parts, part + 1, opening, visitor);
    }

    private static boolean value(
            byte[] bytes, int type, int position, List<byte[]> parts, int part, Opening opening, Visitor visitor) {
        if (part == parts.size()) {
            if (type == Bson.ARRAY && opening != Opening.CLOSED) {
                if (opening == Opening.ELEMENTS && bytes[position + 4] == 0) {
                    return visitor.visit(Bson.UNDEFINED, 0);
                }
                for (int at = position + 4; bytes[at] != 0; at = Bson.next(bytes, at)) {
                    if (!visitor.visit(Bson.typeAt(bytes, at), Bson.valueOf(bytes, at))) {
                        return false;
                    }
                }
                if (opening == Opening.ELEMENTS) {
                    return true;
                }
            }
            return visitor.visit(type, position);
        }
        if (type == Bson.OBJECT) {
            return walk(bytes, position, parts, part, opening, visitor);
        }
        if (type != Bson.ARRAY) {
            return visitor.visit(MISSING, 0);
        }
        if (IndexKeys.isNumber(parts.get(part))) {
            int at = Bson.find(bytes, position, parts.get(part));
            if (at >= 0
                    && !value(
                            bytes,
                            Bson.typeAt(bytes, at),
                            Bson.valueOf(bytes, at),
                            parts,
                            part + 1,
                            opening,
                            visitor)) {
                return false;
            }
        }
        for (int at = position + 4; bytes[at] != 0; at = Bson.next(bytes, at)) {
            if (Bson.typeAt(bytes, at) == Bson.OBJECT
                    && !walk(bytes, Bson.valueOf(bytes, at), parts, part, opening, visitor)) {
                return false;
            }
        }
        return true;
    }
}
