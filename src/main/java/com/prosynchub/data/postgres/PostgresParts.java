package com.prosynchub.data.postgres;

import com.prosynchub.data.PartRepository;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.inventory.Part;
import com.prosynchub.model.inventory.PartRules;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parts in PostgreSQL. Stock on hand is kept by the database: an edit leaves it alone. Any thread but the forbidden. */
final class PostgresParts implements PartRepository {
    private static final List<String> BEFORE_ALL = List.of("", Cursor.LEAST.toString());

    private static final GatedSearch SEARCH = GatedSearch.of("parts", """
        select p.part_id from app.search_parts p
        where p.name ilike :within or p.sku ilike :within
        order by
            case when lower(p.sku) = lower(:text) or lower(p.name) = lower(:text) then 0
                when p.sku ilike :start or p.name ilike :start then 1
                else 2 end,
            length(p.name), p.name, p.part_id
        limit :limit
        """);

    private final Link link;
    private final Writes<PartEntity, Part> writes;

    PostgresParts(Link link) {
        this.link = link;
        writes = new Writes<>(link, PartEntity.class, e -> e.revision, PostgresParts::record);
    }

    @Override
    public Optional<Part> find(UUID id) {
        return read(q -> q.find(id).map(PostgresParts::record));
    }

    @Override
    public Page<Part> list(PageRequest page) {
        return read(q -> Cursor.page(
                "parts",
                page,
                BEFORE_ALL,
                (key, limit) -> q.after(key.get(0), UUID.fromString(key.get(1)), limit),
                p -> List.of(p.name, p.id.toString()),
                PostgresParts::record));
    }

    @Override
    public List<Part> search(String text, int limit) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        String pattern = Likeness.escape(wanted);
        return link.read(u -> {
            List<UUID> ids = SEARCH.run(sql -> u.stateless()
                    .createNativeQuery(sql, UUID.class)
                    .setParameter("text", wanted)
                    .setParameter("start", pattern + "%")
                    .setParameter("within", "%" + pattern + "%")
                    .setParameter("limit", limit)
                    .getResultList());
            if (ids.isEmpty()) {
                return List.of();
            }
            Map<UUID, Part> found = new PartQueries_(u.stateless())
                    .byIds(ids).stream().map(PostgresParts::record).collect(Collectors.toMap(Part::id, p -> p));
            return ids.stream().map(found::get).filter(Objects::nonNull).toList();
        });
    }

    @Override
    public long countBelowReorderPoint() {
        return read(PartQueries::countBelowReorderPoint);
    }

    @Override
    public Part insert(Part part) {
        FieldChecks.demand(PartRules.check(part));
        PartEntity row = new PartEntity();
        row.id = part.id();
        row.quantityInStock = part.quantityInStock();
        edit(row, part);
        return writes.insert(row, part.id());
    }

    @Override
    public SaveResult<Part> update(Part part) {
        FieldChecks.demand(PartRules.check(part));
        return writes.update(part.id(), part, part.revision(), e -> edit(e, part));
    }

    @Override
    public SaveResult<UUID> delete(UUID id, int revision) {
        return writes.delete("call app.part_delete(?, ?)", id, revision);
    }

    private <T> T read(Function<PartQueries, T> query) {
        return link.read(u -> query.apply(new PartQueries_(u.stateless())));
    }

    private static Part record(PartEntity e) {
        return new Part(
                e.id,
                e.name,
                e.description,
                e.sku,
                e.category,
                e.cost,
                e.quantityInStock,
                e.reorderPoint,
                e.reorderQuantity,
                e.locationId,
                e.supplier,
                e.imageUrl,
                e.revision);
    }

    private static void edit(PartEntity e, Part p) {
        e.name = p.name();
        e.description = p.description();
        e.sku = p.sku();
        e.category = p.category();
        e.cost = p.cost();
        e.reorderPoint = p.reorderPoint();
        e.reorderQuantity = p.reorderQuantity();
        e.locationId = p.locationId();
        e.supplier = p.supplier();
        e.imageUrl = p.imageUrl();
    }
}
