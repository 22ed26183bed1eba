package planted.service;

/** Breaks rule 13: writes to a standard stream. */
public final class Printer {
    public void print() {
        System.out.println("seen by nobody");
    }
}
