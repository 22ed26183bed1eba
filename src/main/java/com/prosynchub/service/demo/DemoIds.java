package com.prosynchub.service.demo;

import java.util.UUID;

/** Keys of the demo plant's rows, made of a number as its scripts make them. */
public final class DemoIds {
    private static final long PREFIX = 0xde30000000004000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DemoIds() {}

    public static UUID asset(int number) {
        return key(1, number);
    }

    public static UUID user(int number) {
        return key(3, number);
    }

    public static UUID workOrder(int number) {
        return key(4, number);
    }

    /** Of an event that only the document store knows. */
    static UUID event(int number) {
        return key(9, number);
    }

    /** The number is written in decimal digits, so that people can read it in the key. */
    private static UUID key(int kind, int number) {
        return new UUID(PREFIX | ((long) kind << 32), VARIANT | Long.parseLong(Integer.toString(number), 16));
    }
}
