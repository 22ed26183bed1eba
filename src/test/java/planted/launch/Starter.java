package planted.launch;

/** What nobody may know. */
public final class Starter {}
