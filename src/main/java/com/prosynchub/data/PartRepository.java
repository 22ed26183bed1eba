package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.inventory.Part;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parts and their stock. */
public interface PartRepository {
    Optional<Part> find(UUID id);

    /** By name and id. */
    Page<Part> list(PageRequest page);

    /** By part of name or SKU, through the gated search; at most {@code limit}. */
    List<Part> search(String text, int limit);

    long countBelowReorderPoint();

    Part insert(Part part);

    SaveResult<Part> update(Part part);

    SaveResult<UUID> delete(UUID id, int revision);
}
