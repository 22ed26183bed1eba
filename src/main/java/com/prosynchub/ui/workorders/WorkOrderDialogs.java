package com.prosynchub.ui.workorders;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.Merge;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.LookupField;
import com.prosynchub.ui.kit.control.WordField;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.TypedForm;
import com.prosynchub.ui.kit.view.Workbench;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The dialogs of the work orders screen. FX thread. */
final class WorkOrderDialogs {
    private final Workbench bench;
    private final SessionServices services;
    private final WorkOrdersViewModel list;
    private final WorkOrderDetailViewModel detail;
    private final Messages messages = Messages.of("workorders");
    private Runnable asked = () -> {};

    WorkOrderDialogs(
            Workbench bench, SessionServices services, WorkOrdersViewModel list, WorkOrderDetailViewModel detail) {
        this.bench = bench;
        this.services = services;
        this.list = list;
        this.detail = detail;
    }

    /** Asks for a new order; the rest of it is filled in later. */
    void create() {
        edit(new WorkOrderEditorViewModel(services.workOrders(), bench.tasks(), null));
    }

    void edit(WorkOrderLine line) {
        edit(new WorkOrderEditorViewModel(services.workOrders(), bench.tasks(), line.order()));
    }

    /** Opens the form; what is typed in {@code model} is in it, also when it comes back after a question. */
    private DialogBox edit(WorkOrderEditorViewModel model) {
        Form form = new Form(2);
        TextField title = input("workorder-title", model.title);
        form.addWide("title", messages.text("field.title"), title);
        LookupField<UUID> asset = new LookupField<>(
                AssetLookup.of(services.assets(), bench.tasks()), bench.tasks().ui(), messages.text("asset.prompt"));
        asset.field().setId("workorder-asset");
        asset.valueProperty().bindBidirectional(model.asset);
        form.addWide("assetId", messages.text("field.assetId"), asset);
        ComboBox<Priority> priority = new ComboBox<>();
        priority.setId("workorder-priority");
        priority.getItems().setAll(Priority.values());
        priority.setConverter(ChoiceField.words(this::priority));
        priority.valueProperty().bindBidirectional(model.priority);
        priority.setMaxWidth(Double.MAX_VALUE);
        form.add("priority", messages.text("field.priority"), priority);
        DatePicker due = new DatePicker();
        due.setId("workorder-due");
        due.setMaxWidth(Double.MAX_VALUE);
        due.valueProperty().bindBidirectional(model.dueDate);
        form.add("dueDate", messages.text("field.dueDate"), due);
        if (!model.isNew()) {
            WordField type = new WordField("workorder-type", model.type);
            bench.tasks()
                    .run(() -> services.siteSettings().read().codes(CodeKind.WORK_ORDER_TYPE))
                    .onSuccess(type::offer)
                    .onFailure(failure -> {})
                    .start();
            form.add("type", messages.text("field.type"), type);
            form.add(
                    "estimatedHours",
                    messages.text("field.estimatedHours"),
                    input("workorder-estimated", model.estimatedHours));
            TextArea description = new TextArea();
            description.setId("workorder-description");
            description.setPrefRowCount(4);
            description.setWrapText(true);
            description.textProperty().bindBidirectional(model.description);
            form.addWide("description", messages.text("field.description"), description);
        }
        form.required("title", "assetId");
        DialogBox box = new DialogBox(
                        model.isNew() ? messages.text("create") : messages.text("edit.title", model.title.get()))
                .wide();
        box.setId("workorder-dialog");
        box.content(form)
                .content(problem(model.problemProperty()))
                .cancel()
                .primary(messages.text(model.isNew() ? "create" : "save"), () -> {
                    model.save(stored -> saved(box, stored));
                    return false;
                })
                .focusOn(title)
                .keeping(() -> keep(model));
        Subscription marks = model.invalidProperty().subscribe(invalid -> show(form, invalid));
        Subscription questions = model.conflictProperty().subscribe((before, merge) -> {
            if (merge != null) {
                // The question takes the form's place; the form that comes back listens for itself.
                asked.run();
                name(merge, names -> bench.overlay().show(conflict(model, merge, names)));
            }
        });
        asked = marks.and(questions)::unsubscribe;
        bench.overlay().show(box);
        return box;
    }

    private boolean keep(WorkOrderEditorViewModel model) {
        boolean typed = model.isTyped();
        if (typed) {
            bench.drafts().keep(draftKey(model.isNew() ? "new" : "edit"), model.typed());
        }
        return typed;
    }

    /** Brings a form back that went away with its session or its screen. */
    void restore(boolean fresh) {
        bench.drafts().take(draftKey(fresh ? "new" : "edit"), TypedForm.class).ifPresent(typed -> {
            WorkOrderEditorViewModel model = new WorkOrderEditorViewModel(
                    services.workOrders(), bench.tasks(), typed.record() instanceof WorkOrder order ? order : null);
            model.restore(typed);
            edit(model);
            bench.notices().info(messages.text("draft.restored"));
        });
    }

    private String draftKey(String what) {
        return services.gate().user().userId() + "/workorder/" + what;
    }

    private void saved(DialogBox box, WorkOrder stored) {
        box.close();
        bench.notices().success(messages.text("saved", stored.title()));
        list.refresh();
        list.select(stored.id());
        detail.refresh();
    }

    /** Reads how the assets are called between which the person is asked to choose. */
    private void name(Merge merge, Consumer<Map<UUID, String>> then) {
        Set<UUID> assets = merge.fields().stream()
                .filter(field -> field.name().equals("assetId"))
                .flatMap(field -> Stream.of(field.mine(), field.theirs(), field.before()))
                .flatMap(id -> id instanceof UUID asset ? Stream.of(asset) : Stream.empty())
                .collect(Collectors.toSet());
        if (assets.isEmpty()) {
            then.accept(Map.of());
            return;
        }
        bench.tasks()
                .run(() -> services.assets().nodes(assets))
                .onSuccess(
                        nodes -> then.accept(nodes.stream().collect(Collectors.toMap(AssetNode::id, AssetNode::name))))
                // The question is put all the same: it must not wait for a name.
                .onFailure(away -> then.accept(Map.of()))
                .start();
    }

    private DialogBox conflict(WorkOrderEditorViewModel model, Merge merge, Map<UUID, String> assets) {
        Conflict<WorkOrder> conflict = new Conflict<>(
                merge.mineFirst(),
                merge.theirs(),
                merge.fields().stream()
                        .map(field -> new Conflict.Difference(
                                field.name(),
                                text(field.mine(), assets),
                                text(field.theirs(), assets),
                                text(field.before(), assets)))
                        .toList());
        DialogBox box = ConflictDialog.make(
                merge.theirs().title(),
                conflict,
                field -> messages.text("field." + field),
                (field, value) -> value,
                new Conflict.Choice() {
                    @Override
                    public void keepMine() {
                        resolve(model, true);
                    }

                    @Override
                    public void takeTheirs() {
                        resolve(model, false);
                    }

                    @Override
                    public void decideLater() {
                        model.decideLater();
                        edit(model);
                    }
                });
        return box.keeping(() -> keep(model));
    }

    /** The form is back before the answer is written: a refusal is shown in it, and nothing that was typed is lost. */
    private void resolve(WorkOrderEditorViewModel model, boolean mine) {
        DialogBox box = edit(model);
        model.resolve(mine, stored -> saved(box, stored));
    }

    private String text(@Nullable Object value, Map<UUID, String> assets) {
        return switch (value) {
            case null -> "";
            case Priority priority -> priority(priority);
            case WorkOrderStatus status -> messages.text(WorkOrderDetailViewModel.statusKey(status));
            case LocalDate date -> bench.formats().date(date);
            case BigDecimal number -> bench.formats().number(number);
            case UUID id when assets.containsKey(id) -> assets.getOrDefault(id, "");
            case UUID id ->
                list.people().stream()
                        .filter(person -> person.id().equals(id))
                        .map(person -> person.name())
                        .findFirst()
                        .orElse(id.toString());
            default -> value.toString();
        };
    }

    String priority(Priority priority) {
        return messages.text("priority." + priority.name());
    }

    /** Moves the order; asks for what the move demands, and for nothing when it demands nothing. */
    void move(WorkOrder order, WorkOrderStatus to) {
        if (to == WorkOrderStatus.COMPLETED) {
            complete(order);
        } else if (order.status() == WorkOrderStatus.COMPLETED) {
            reopen(order);
        } else if (to == WorkOrderStatus.CANCELLED) {
            bench.dialogs()
                    .because(
                            messages.text("cancel.title", order.title()),
                            messages.text("cancel.text"),
                            messages.text("move.CANCELLED"),
                            reason -> detail.move(to, null, reason, this::tell, () -> {}));
        } else {
            detail.move(to, null, "", this::tell, () -> {});
        }
    }

    private void complete(WorkOrder order) {
        Form form = new Form();
        String before = Typed.show(order.actualHours());
        String key = draftKey("hours/" + order.id());
        TextField hours = new TextField(bench.drafts().take(key, String.class).orElse(before));
        hours.setId("workorder-hours");
        form.add("actualHours", messages.text("field.actualHours"), hours).setHint(messages.text("hours.hint"));
        form.required("actualHours");
        DialogBox box = new DialogBox(messages.text("complete.title", order.title()));
        box.setId("workorder-complete");
        box.content(form).cancel().primary(messages.text("move.COMPLETED"), () -> {
            FieldChecks checks = new FieldChecks();
            BigDecimal worked = Typed.decimal("actualHours", hours.getText(), checks);
            if (!checks.violations().isEmpty()) {
                form.show(new Failure.Invalid(checks.violations()));
            } else {
                detail.move(WorkOrderStatus.COMPLETED, worked, "", invalid -> refuse(form, box, invalid), box::close);
            }
            return false;
        });
        bench.overlay().show(box.focusOn(hours).keeping(() -> bench.drafts().keepTyped(key, hours.getText(), before)));
    }

    private void reopen(WorkOrder order) {
        Form form = new Form();
        String key = draftKey("reason/" + order.id());
        TextField reason = new TextField(bench.drafts().take(key, String.class).orElse(""));
        reason.setId("workorder-reason");
        form.add("reason", messages.text("field.reason"), reason).setHint(messages.text("reason.hint"));
        form.required("reason");
        DialogBox box = new DialogBox(messages.text("reopen.title", order.title()));
        box.setId("workorder-reopen");
        box.content(form).cancel().primary(messages.text("reopen"), () -> {
            detail.move(
                    WorkOrderStatus.IN_PROGRESS,
                    null,
                    reason.getText(),
                    invalid -> refuse(form, box, invalid),
                    box::close);
            return false;
        });
        bench.overlay().show(box.focusOn(reason).keeping(() -> bench.drafts().keepTyped(key, reason.getText(), "")));
    }

    /** Marks the field; what belongs to none, such as steps that are not done, is said and the dialog goes. */
    private void refuse(Form form, DialogBox box, Failure.Invalid invalid) {
        List<Failure.Violation> homeless = form.show(new Failure.Invalid(
                invalid.violations().stream().map(this::worded).toList()));
        if (!homeless.isEmpty()) {
            box.close();
            tell(new Failure.Invalid(homeless));
        }
    }

    /** {@code hours} says to a person no more than that something is required. */
    private Failure.Violation worded(Failure.Violation violation) {
        return violation.rule().equals("hours")
                ? new Failure.Violation(violation.field(), "required", List.of())
                : violation;
    }

    private void tell(Failure.Invalid invalid) {
        String own = WorkOrderDetailViewModel.sentence(invalid);
        if (own == null) {
            bench.notices().failure(invalid);
        } else {
            bench.notices().warning(own);
        }
    }

    void note(ChecklistItem step) {
        String before = Typed.show(step.notes());
        String key = draftKey("notes/" + step.id());
        TextArea notes = new TextArea(bench.drafts().take(key, String.class).orElse(before));
        notes.setId("step-notes");
        notes.setPrefRowCount(4);
        notes.setWrapText(true);
        DialogBox box = new DialogBox(messages.text("step.notes.title", step.task()));
        box.setId("step-notes-dialog");
        box.content(notes).cancel().primary(messages.text("step.notes.save"), () -> {
            detail.note(step, Typed.text(notes.getText()));
            return true;
        });
        bench.overlay().show(box.focusOn(notes).keeping(() -> bench.drafts().keepTyped(key, notes.getText(), before)));
    }

    void delete(WorkOrder order) {
        bench.dialogs()
                .because(
                        messages.text("delete.title", order.title()),
                        messages.text("delete.text"),
                        messages.text("delete"),
                        detail::delete);
    }

    private static void show(Form form, Failure.@Nullable Invalid invalid) {
        if (invalid == null) {
            form.clear();
        } else {
            form.show(invalid);
        }
    }

    private static Label problem(ObservableValue<String> text) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(Styles.DANGER_TEXT);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static TextField input(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
