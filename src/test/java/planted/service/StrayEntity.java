package planted.service;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks rule 14: an entity outside the adapter. */
@Entity
public class StrayEntity {
    @Id
    long id;
}
