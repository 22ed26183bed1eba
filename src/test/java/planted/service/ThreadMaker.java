package planted.service;

/** Breaks rule 10: a thread made outside its place. */
public final class ThreadMaker {
    public Thread make() {
        return new Thread(() -> {});
    }
}
