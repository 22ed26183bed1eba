package com.prosynchub.data.embedded.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads the bits of a Decimal128 (IEEE 754-2008, binary integer encoding). Stateless, any thread. */
final class Decimals {
    private static final int BIAS = 6176;
    private static final BigDecimal LARGEST_DOUBLE = new BigDecimal(Double.MAX_VALUE);

    private Decimals() {}

    static boolean isNaN(long high) {
        return (high & 0x7C00000000000000L) == 0x7C00000000000000L;
    }

    static boolean isInfinite(long high) {
        return (high & 0x7C00000000000000L) == 0x7800000000000000L;
    }

    /** The absolute value; not for NaN and infinity. */
    static BigDecimal magnitude(long low, long high) {
        if ((high & 0x6000000000000000L) == 0x6000000000000000L) {
            return BigDecimal.ZERO; // a coefficient beyond 34 digits counts as zero
        }
        int exponent = (int) ((high & 0x7FFE000000000000L) >>> 49) - BIAS;
        byte[] bytes = new byte[16];
        long top = high & 0x0001FFFFFFFFFFFFL;
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (top >>> (56 - 8 * i));
            bytes[8 + i] = (byte) (low >>> (56 - 8 * i));
        }
        return new BigDecimal(new BigInteger(1, bytes), -exponent);
    }

    static double doubleBelow(BigDecimal value) {
        if (value.compareTo(LARGEST_DOUBLE) >= 0) {
            return Double.MAX_VALUE;
        }
        double near = value.doubleValue();
        return near > 0 && new BigDecimal(near).compareTo(value) > 0 ? Math.nextDown(near) : near;
    }

    /**
     * What is left of the value above {@code below}; outside the range of double the value itself, which orders just
     * as well and keeps the key short.
     */
    static @Nullable BigDecimal rest(BigDecimal value, double below) {
        if (below == 0) {
            return value;
        }
        BigDecimal rest = value.subtract(new BigDecimal(below));
        if (rest.signum() == 0) {
            return null;
        }
        return below == Double.MAX_VALUE ? value : rest;
    }
}
