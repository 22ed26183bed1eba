package planted.service.access;

/** A gate to ask, so that rule 8 has something to miss. */
public interface AccessGate {
    void require(String permission);
}
