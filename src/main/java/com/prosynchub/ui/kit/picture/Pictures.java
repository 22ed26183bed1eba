package com.prosynchub.ui.kit.picture;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one screen. Two are fetched at once at most, so that a dead picture server leaves workers for everything
 * else; the newest wish comes first; what nobody waits for any more is not fetched. FX thread.
 */
public final class Pictures {
    private static final int AT_ONCE = 2;
    private static final int KEPT = 32;
    /** After this long, what failed is tried again. */
    private static final Duration GRUDGE = Duration.ofMinutes(1);

    private final TaskRunner tasks;
    private final Function<String, PictureResult> reader;
    private final List<Wish> waiting = new ArrayList<>();
    private final Set<String> loading = new HashSet<>();
    private final Map<String, Kept> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    };

    private record Kept(PictureResult result, Instant at) {}

    private static final class Wish {
        private final String address;
        private @Nullable Consumer<PictureResult> then;

        Wish(String address, Consumer<PictureResult> then) {
            this.address = address;
            this.then = then;
        }
    }

    public Pictures(TaskRunner tasks) {
        this(tasks, new PictureReader(PictureReader.Limits.USUAL)::read);
    }

    Pictures(TaskRunner tasks, Function<String, PictureResult> reader) {
        this.tasks = tasks;
        this.reader = reader;
    }

    /** Hands the picture over, at once when it is known; cancelling means that nobody waits for it any more. */
    public Cancellable load(String address, Consumer<PictureResult> then) {
        Kept kept = known.get(address);
        if (kept != null && usable(kept)) {
            then.accept(kept.result());
            return () -> {};
        }
        Wish wish = new Wish(address, then);
        waiting.addFirst(wish);
        next();
        return () -> {
            wish.then = null;
            waiting.remove(wish);
        };
    }

    private boolean usable(Kept kept) {
        return kept.result() instanceof PictureResult.Loaded
                || Duration.between(kept.at(), now()).compareTo(GRUDGE) < 0;
    }

    private void next() {
        for (Wish wish : List.copyOf(waiting)) {
            if (loading.size() >= AT_ONCE) {
                return;
            }
            // Answered meanwhile by the one before it, when both want the same.
            if (waiting.contains(wish) && loading.add(wish.address)) {
                tasks.run(() -> reader.apply(wish.address))
                        .onSuccess(result -> arrived(wish.address, result))
                        .onFailure(
                                broken -> arrived(wish.address, new PictureResult.Failed(PictureProblem.NOT_A_PICTURE)))
                        .start();
            }
        }
    }

    private void arrived(String address, PictureResult result) {
        loading.remove(address);
        known.put(address, new Kept(result, now()));
        List<Wish> here =
                waiting.stream().filter(wish -> wish.address.equals(address)).toList();
        waiting.removeAll(here);
        for (Wish wish : here) {
            Consumer<PictureResult> then = wish.then;
            if (then != null) {
                then.accept(result);
            }
        }
        next();
    }

    private Instant now() {
        return tasks.ui().clock().instant();
    }
}
