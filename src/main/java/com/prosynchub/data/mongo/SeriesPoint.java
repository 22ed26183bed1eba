package com.prosynchub.data.mongo;

/** Values of the wanted metrics at one instant, in the order asked for; NaN where there is none. */
@SuppressWarnings("ArrayRecordComponent") // made and dropped once per document
record SeriesPoint(long time, double[] values) {}
