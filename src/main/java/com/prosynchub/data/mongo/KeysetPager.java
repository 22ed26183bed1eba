package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages in order of a time field and, within one instant, of {@code _id}. The schema's indexes end with the time,
 * so ordering by both would sort whole histories in memory; instead the few documents that share an instant at a page's
 * edge are ordered by themselves. At most three index-aligned queries a page. Stateless.
 */
final class KeysetPager<T> {
    private final MongoCollection<RawBsonDocument> collection;
    private final String timeField;
    private final boolean newestFirst;
    private final Codec<T> codec;

    KeysetPager(MongoCollection<T> collection, String timeField, boolean newestFirst) {
        this.collection = collection.withDocumentClass(RawBsonDocument.class);
        this.timeField = timeField;
        this.newestFirst = newestFirst;
        this.codec = collection.getCodecRegistry().get(collection.getDocumentClass());
    }

    Page<T> page(Bson filter, PageRequest request) {
        return Calls.get(() -> read(filter, request));
    }

    private Page<T> read(Bson filter, PageRequest request) {
        Key after = Key.parse(request.after());
        int wanted = request.size() + 1;
        List<RawBsonDocument> found = new ArrayList<>();
        Bson rest = filter;
        if (after != null) {
            found.addAll(sameInstant(filter, after.time, after.id, wanted));
            rest = and(filter, newestFirst ? lt(timeField, after.time) : gt(timeField, after.time));
        }
        if (found.size() < wanted) {
            found.addAll(otherInstants(filter, rest, wanted - found.size()));
        }
        boolean more = found.size() > request.size();
        List<RawBsonDocument> shown = more ? found.subList(0, request.size()) : found;
        return new Page<>(
                shown.stream().map(document -> document.decode(codec)).toList(),
                more ? keyOf(shown.getLast()).token() : null);
    }

    private List<RawBsonDocument> otherInstants(Bson filter, Bson rest, int wanted) {
        List<RawBsonDocument> found = collection
                .find(rest)
                .sort(newestFirst ? Sorts.descending(timeField) : Sorts.ascending(timeField))
                .limit(wanted)
                .into(new ArrayList<>());
        if (found.size() == wanted) {
            Date edge = keyOf(found.getLast()).time;
            found.removeIf(document -> keyOf(document).time.equals(edge));
            found.sort(order());
            found.addAll(sameInstant(filter, edge, null, wanted - found.size()));
            return found;
        }
        found.sort(order());
        return found;
    }

    private List<RawBsonDocument> sameInstant(Bson filter, Date time, @Nullable ObjectId after, int wanted) {
        Bson instant = and(filter, eq(timeField, time));
        Bson rest = after == null ? instant : and(instant, newestFirst ? lt("_id", after) : gt("_id", after));
        return collection
                .find(rest)
                .sort(newestFirst ? Sorts.descending("_id") : Sorts.ascending("_id"))
                .limit(wanted)
                .into(new ArrayList<>());
    }

    private Comparator<RawBsonDocument> order() {
        Comparator<RawBsonDocument> ascending =
                Comparator.comparing((RawBsonDocument d) -> keyOf(d).time).thenComparing(d -> keyOf(d).id);
        return newestFirst ? ascending.reversed() : ascending;
    }

    private Key keyOf(BsonDocument document) {
        return new Key(
                new Date(document.getDateTime(timeField).getValue()),
                document.getObjectId("_id").getValue());
    }

    /** Where a page ended. */
    private record Key(Date time, ObjectId id) {
        static @Nullable Key parse(@Nullable String token) {
            if (token == null) {
                return null;
            }
            int dot = token.indexOf('.');
            try {
                return new Key(
                        new Date(Long.parseLong(token.substring(0, dot))), new ObjectId(token.substring(dot + 1)));
            } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
                throw new FailureException(Failure.Invalid.of("after", "pattern"), malformed);
            }
        }

        String token() {
            return time.getTime() + "." + id.toHexString();
        }
    }
}
