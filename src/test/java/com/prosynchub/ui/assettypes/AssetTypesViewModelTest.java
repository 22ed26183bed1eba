package com.prosynchub.ui.assettypes;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetTypesViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final AssetTypesViewModel model =
            new AssetTypesViewModel(site.services.assetTypes(), new DirectTaskRunner(), Notices.none());

    @BeforeEach
    void load() {
        model.load();
    }

    private AssetType named(String name) {
        return model.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void createsAndEdits() {
        model.begin();
        model.name.set("Agitator");
        assertThat(model.isDirty()).isTrue();
        model.save();
        assertThat(model.types()).extracting(AssetType::name).contains("Agitator");
        model.icon.set("ci-rotate");
        model.save();
        assertThat(named("Agitator").icon()).isEqualTo("ci-rotate");
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void aNameIsRequired() {
        model.begin();
        model.name.set(" ");
        model.save();
        assertThat(model.invalidProperty().get()).isNotNull();
    }

    @Test
    void aConflictShowsBothUntilThePersonChose() {
        AssetType pump = named("Pump");
        model.choose(pump);
        site.session.assetTypes().update(new AssetType(pump.id(), "Pump, any", null, pump.icon(), pump.revision()));
        model.name.set("Pumps");
        model.save();
        assertThat(model.name.get()).isEqualTo("Pumps");
        assertThat(model.isDirty()).isTrue();
        assertThat(Objects.requireNonNull(model.conflictProperty().get()).differences())
                .containsExactly(new Difference("name", "Pumps", "Pump, any"));
        model.decideLater();
        model.save();
        assertThat(model.conflictProperty().get())
                .as("nothing is written over theirs unasked")
                .isNotNull();
        assertThat(named("Pump, any").revision()).isEqualTo(pump.revision() + 1);
        model.keepMine();
        assertThat(model.conflictProperty().get()).isNull();
        assertThat(named("Pumps").id()).isEqualTo(pump.id());
    }

    @Test
    void theirsCanBeTaken() {
        AssetType pump = named("Pump");
        model.choose(pump);
        site.session.assetTypes().update(new AssetType(pump.id(), "Pump, any", null, pump.icon(), pump.revision()));
        model.name.set("Pumps");
        model.save();
        model.takeTheirs();
        assertThat(model.name.get()).isEqualTo("Pump, any");
        assertThat(model.isDirty()).isFalse();
        assertThat(model.types()).extracting(AssetType::name).doesNotContain("Pumps");
    }

    @Test
    void aTypeInUseStays() {
        AssetType pump = named("Pump");
        model.choose(pump);
        model.delete(pump);
        assertThat(model.types()).contains(pump);
    }

    @Test
    void discardingGoesBack() {
        model.choose(named("Pump"));
        model.name.set("x");
        model.discard();
        assertThat(model.name.get()).isEqualTo("Pump");
        assertThat(model.isDirty()).isFalse();
    }
}
