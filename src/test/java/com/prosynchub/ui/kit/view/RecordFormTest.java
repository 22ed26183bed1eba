package com.prosynchub.ui.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    /** A note; revision 0 is a new one. */
    private record Note(String text, int revision) {}

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final Deque<SaveResult<Note>> answers = new ArrayDeque<>();
    private final List<Note> written = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final RecordForm<Note> form = new RecordForm<>(tasks, new Parts());
    private String typed = "";

    @Test
    void whatIsTypedMakesItDirtyAndDiscardingTakesItBack() {
        form.choose(new Note("a", 1));
        type("b");
        assertThat(form.isDirty()).isTrue();
        type("a");
        assertThat(form.isDirty()).isFalse();
        type("b");
        form.discard();
        assertThat(typed).isEqualTo("a");
        assertThat(form.isDirty()).isFalse();
    }

    @Test
    void aNewOneDiscardedIsGone() {
        form.choose(new Note("", 0));
        type("b");
        form.discard();
        assertThat(form.shownProperty().get()).isNull();
    }

    @Test
    void whatBreaksARuleIsMarkedAndNotWritten() {
        form.choose(new Note("a", 1));
        type("");
        form.save();
        assertThat(form.invalidProperty().get()).isNotNull();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aSecondSaveWaitsForTheFirst() {
        form.choose(new Note("a", 1));
        type("b");
        answers.add(new SaveResult.Saved<>(new Note("b", 2)));
        form.save();
        form.save();
        tasks.runAll();
        assertThat(written).containsExactly(new Note("b", 1));
        assertThat(form.shownProperty().get()).isEqualTo(new Note("b", 2));
        assertThat(told).containsExactly("Saved");
    }

    @Test
    void mineGoesOverTheirsFromTheirRevision() {
        form.choose(new Note("a", 1));
        type("mine");
        answers.add(new SaveResult.Conflict<>(new Note("mine", 1), new Note("theirs", 5)));
        answers.add(new SaveResult.Saved<>(new Note("mine", 6)));
        form.save();
        tasks.runAll();
        assertThat(form.conflict().property().get()).isNotNull();
        form.conflict().keepMine();
        tasks.runAll();
        assertThat(written).containsExactly(new Note("mine", 1), new Note("mine", 5));
        assertThat(form.conflict().property().get()).isNull();
        assertThat(form.isDirty()).isFalse();
    }

    @Test
    void aNewerVersionIsTakenUnlessSomethingIsTyped() {
        form.choose(new Note("a", 1));
        form.renew(new Note("b", 2));
        assertThat(typed).isEqualTo("b");
        type("mine");
        form.renew(new Note("c", 3));
        assertThat(typed).isEqualTo("mine");
    }

    private void type(String text) {
        typed = text;
        form.typed();
    }

    private final class Parts implements RecordForm.Parts<Note> {
        @Override
        public void show(@Nullable Note note) {
            typed = note == null ? "" : note.text();
        }

        @Override
        public Note read(Note base, FieldChecks checks) {
            return new Note(typed, base.revision());
        }

        @Override
        public List<Failure.Violation> check(Note note) {
            return new FieldChecks().required("text", note.text()).violations();
        }

        @Override
        public boolean isNew(Note note) {
            return note.revision() == 0;
        }

        @Override
        public SaveResult<Note> write(Note note, Note base) {
            written.add(note);
            return answers.remove();
        }

        @Override
        public Conflict<Note> compare(Note mine, Note theirs) {
            return new Differences<Note>().field("text", Note::text).conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<Note> result) {
            told.add(result.getClass().getSimpleName());
        }

        @Override
        public void failed(Failure failure) {
            told.add(failure.code());
        }
    }
}
