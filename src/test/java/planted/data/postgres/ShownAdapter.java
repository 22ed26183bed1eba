package planted.data.postgres;

/** Breaks rule 11: an adapter's class that anyone may use. */
public record ShownAdapter(int value) {}
