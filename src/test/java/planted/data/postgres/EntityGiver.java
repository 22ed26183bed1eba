package planted.data.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks rule 14: an entity leaves the adapter. */
public final class EntityGiver {
    public Inside give() {
        return new Inside();
    }

    /** An entity at home. */
    @Entity
    public static class Inside {
        @Id
        long id;
    }
}
