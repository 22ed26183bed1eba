package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssetEditorViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final List<Asset> saved = new ArrayList<>();
    private final List<Boolean> done = new ArrayList<>();
    private final UUID line = site.asset("Line", null).id();
    private final UUID pump = site.asset("Pump", line).id();

    @Test
    void everyFieldIsWritten() {
        int place =
                site.session.locations().insert(Records.location("Hall", null)).id();
        int type = site.session.assetTypes().insert(Records.type("Motor")).id();
        AssetEditorViewModel model = edit();
        AssetDraft draft = model.draft();
        draft.text("name").set(" Motor M-1 ");
        draft.text("description").set("Drives the pump");
        draft.text("healthScore").set("55");
        draft.text("manufacturer").set("Siemens");
        draft.text("model").set("1LE1");
        draft.text("serialNumber").set("S-1");
        draft.text("purchaseCost").set("1 234,50");
        draft.text("expectedLifetime").set("120");
        draft.text("qrCode").set("QR-1");
        draft.text("imageUrl").set("https://plant.example/m.png");
        draft.date("installationDate").set(LocalDate.of(2020, 1, 1));
        draft.date("warrantyExpiryDate").set(LocalDate.of(2030, 1, 1));
        draft.date("lastMaintenanceDate").set(LocalDate.of(2025, 1, 1));
        draft.date("nextMaintenanceDate").set(LocalDate.of(2026, 1, 1));
        draft.type.set(type);
        draft.status.set(AssetStatus.WARNING);
        draft.location.set(place);
        draft.parent.set(null);
        assertThat(model.isDirty()).isTrue();
        model.save(done::add);
        assertThat(done).containsExactly(true);
        Asset stored = site.stored(pump);
        assertThat(saved).containsExactly(stored);
        assertThat(stored.name()).isEqualTo("Motor M-1");
        assertThat(stored.purchaseCost()).isEqualByComparingTo(new BigDecimal("1234.50"));
        assertThat(stored.status()).isEqualTo(AssetStatus.WARNING);
        assertThat(stored.parentAssetId()).isNull();
        assertThat(AssetDifferences.between(stored, model.typedAsset())).isEmpty();
        assertThat(stored).hasNoNullFieldsOrPropertiesExcept("parentAssetId", "createdBy", "updatedBy");
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void typingBackWhatWasThereIsNoChange() {
        AssetEditorViewModel model = edit();
        model.draft().text("name").set("Pump 2");
        assertThat(model.isDirty()).isTrue();
        model.draft().text("name").set("Pump ");
        assertThat(model.isDirty()).isFalse();
        model.draft().text("healthScore").set("ninety");
        assertThat(model.isDirty()).as("what cannot be read is a change").isTrue();
        model.discard();
        assertThat(model.isDirty()).isFalse();
        assertThat(model.draft().text("healthScore").get()).isEqualTo("90");
    }

    @Test
    void everyBrokenRuleIsMarkedAndNothingIsSent() {
        AssetEditorViewModel model = edit();
        model.draft().text("name").set(" ");
        model.draft().text("healthScore").set("101");
        model.draft().text("purchaseCost").set("much");
        model.save(done::add);
        assertThat(done).containsExactly(false);
        assertThat(fields(model)).containsExactlyInAnyOrder("name", "healthScore", "purchaseCost");
        assertThat(site.stored(pump).revision()).isZero();
        model.draft().text("name").set("Pump");
        model.draft().text("healthScore").set("100");
        model.draft().text("purchaseCost").set("");
        model.save(done::add);
        assertThat(model.invalidProperty().get()).isNull();
        assertThat(done).containsExactly(false, true);
    }

    @Test
    void aRuleOnlyTheStoreKnowsIsMarkedAtItsField() {
        site.session.assets().update(AssetDrafts.with(site.stored(line), "qrCode", "QR-1"));
        AssetEditorViewModel model = edit();
        model.draft().text("qrCode").set("QR-1");
        model.save();
        assertThat(fields(model)).containsExactly("qrCode");
        assertThat(model.draft().text("qrCode").get()).isEqualTo("QR-1");
    }

    @Test
    void aCycleIsMarkedAtTheParent() {
        AssetEditorViewModel model =
                AssetEditorViewModel.edit(site.services.assets(), tasks, site.stored(line), saved::add);
        model.draft().parent.set(pump);
        model.save();
        tasks.ui().runPosted();
        assertThat(fields(model)).containsExactly("parentAssetId");
        assertThat(site.stored(line).parentAssetId()).isNull();
        assertThat(saved).isEmpty();
    }

    @Test
    void aConflictCarriesBothVersionsUntilThePersonChose() {
        AssetEditorViewModel model = conflicted();
        Conflict<Asset> both = conflict(model);
        assertThat(both.mine().name()).isEqualTo("Mine");
        assertThat(both.theirs().name()).isEqualTo("Theirs");
        assertThat(both.differences())
                .containsExactly(new Difference("name", "Mine", "Theirs"), new Difference("model", "M-2", ""));
        assertThat(site.stored(pump).name()).as("nothing of mine is written").isEqualTo("Theirs");
        model.conflict().decideLater();
        assertThat(model.conflict().property().get()).isNull();
        assertThat(model.draft().text("name").get()).isEqualTo("Mine");
        model.save();
        assertThat(model.conflict().property().get())
                .as("the question comes again")
                .isNotNull();
    }

    @Test
    void aConflictNamesTheParentsByTheirPath() {
        UUID other = site.asset("Line 2", null).id();
        AssetEditorViewModel model = edit();
        model.draft().parent.set(null);
        site.session.assets().move(pump, other, 0);
        model.save();
        assertThat(conflict(model).differences()).containsExactly(new Difference("parentAssetId", "", "Line 2"));
        model.conflict().decideLater();
        model.draft().parent.set(line);
        model.save();
        assertThat(conflict(model).differences()).containsExactly(new Difference("parentAssetId", "Line", "Line 2"));
    }

    @Test
    void mineIsKept() {
        AssetEditorViewModel model = conflicted();
        model.conflict().keepMine();
        assertThat(site.stored(pump).name()).isEqualTo("Mine");
        assertThat(site.stored(pump).revision()).isEqualTo(2);
        assertThat(saved).hasSize(1);
        assertThat(model.conflict().property().get()).isNull();
    }

    @Test
    void keepingMineOverYetAnotherVersionAsksAgain() {
        AssetEditorViewModel model = conflicted();
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Third"));
        model.conflict().keepMine();
        assertThat(conflict(model).theirs().name()).isEqualTo("Third");
        assertThat(site.stored(pump).name()).isEqualTo("Third");
    }

    @Test
    void theirsIsTaken() {
        AssetEditorViewModel model = conflicted();
        model.conflict().takeTheirs();
        assertThat(model.draft().text("name").get()).isEqualTo("Theirs");
        assertThat(model.isDirty()).isFalse();
        assertThat(site.stored(pump).name()).isEqualTo("Theirs");
        assertThat(saved).extracting(Asset::name).containsExactly("Theirs");
    }

    @Test
    void anAssetDeletedMeanwhileIsSaidAndTheTypingStays() {
        AssetEditorViewModel model = edit();
        model.draft().text("name").set("Mine");
        site.session.assets().delete(pump, 0);
        model.save(done::add);
        assertThat(model.failureProperty().get()).isInstanceOf(Failure.Stale.class);
        assertThat(model.draft().text("name").get()).isEqualTo("Mine");
        assertThat(done).containsExactly(false);
    }

    @Test
    void aStoreThatIsDownLosesNothing() {
        AssetEditorViewModel model = edit();
        model.draft().text("name").set("Mine");
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.save(done::add);
        assertThat(model.failureProperty().get()).isInstanceOf(Failure.Unavailable.class);
        assertThat(model.isDirty()).isTrue();
        assertThat(model.busyProperty().get()).isFalse();
        model.save(done::add);
        assertThat(model.failureProperty().get()).isNull();
        assertThat(done).containsExactly(false, true);
    }

    @Test
    void whoMayNotIsRefusedByTheService() {
        UiSite plain = new UiSite("Technician");
        UUID asset = plain.asset("Pump", null).id();
        AssetEditorViewModel model =
                AssetEditorViewModel.edit(plain.services.assets(), tasks, plain.stored(asset), saved::add);
        model.draft().text("name").set("Mine");
        model.save();
        assertThat(model.failureProperty().get()).isInstanceOf(Failure.Denied.class);
        assertThat(plain.stored(asset).name()).isEqualTo("Pump");
    }

    @Test
    void savingTwiceAtOnceWritesOnce() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AssetEditorViewModel model =
                AssetEditorViewModel.edit(site.services.assets(), manual, site.stored(pump), saved::add);
        model.draft().text("name").set("Mine");
        model.save();
        model.save();
        manual.runAll();
        assertThat(site.stored(pump).revision()).isEqualTo(1);
    }

    @Test
    void anAssetIsCreatedOnceHoweverOftenItIsTried() {
        AssetEditorViewModel model =
                AssetEditorViewModel.create(site.services.assets(), tasks, site.stored(line), saved::add);
        model.draft().text("name").set("Motor");
        model.save();
        assertThat(fields(model)).containsExactly("assetTypeId");
        model.draft().type.set(site.type);
        model.save();
        model.save();
        assertThat(saved).extracting(Asset::parentAssetId).containsOnly(line);
        assertThat(site.session.assets().search("Motor", 9)).hasSize(1);
    }

    @Test
    void aDraftOfAnEndedSessionComesBack() {
        AssetEditorViewModel before = edit();
        before.draft().text("name").set("Typed before");
        Asset kept = before.typedAsset();
        AssetEditorViewModel after = edit();
        after.restore(kept);
        assertThat(after.isDirty()).isTrue();
        after.save();
        assertThat(site.stored(pump).name()).isEqualTo("Typed before");
    }

    @Test
    void aDraftIsNotWrittenOverWhatSomebodySavedMeanwhile() {
        AssetEditorViewModel before = edit();
        before.draft().text("name").set("Typed before");
        Asset kept = before.typedAsset();
        site.session.assets().update(AssetDrafts.with(site.stored(pump), "manufacturer", "Sabroe"));
        AssetEditorViewModel after = edit();
        after.restore(kept);
        assertThat(after.isDirty()).isTrue();
        after.save();
        assertThat(conflict(after).theirs().manufacturer()).isEqualTo("Sabroe");
        assertThat(site.stored(pump).manufacturer()).isEqualTo("Sabroe");
    }

    private AssetEditorViewModel conflicted() {
        AssetEditorViewModel model = edit();
        model.draft().text("name").set("Mine");
        model.draft().text("model").set("M-2");
        site.session.assets().update(AssetDrafts.named(site.stored(pump), "Theirs"));
        model.save();
        return model;
    }

    private AssetEditorViewModel edit() {
        return AssetEditorViewModel.edit(site.services.assets(), tasks, site.stored(pump), saved::add);
    }

    private static Conflict<Asset> conflict(AssetEditorViewModel model) {
        return Objects.requireNonNull(model.conflict().property().get());
    }

    private static List<String> fields(AssetEditorViewModel model) {
        return Objects.requireNonNull(model.invalidProperty().get()).violations().stream()
                .map(Failure.Violation::field)
                .toList();
    }
}
