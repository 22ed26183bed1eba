package com.prosynchub.ui.login;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SignInService;
import java.util.ArrayList;
import java.util.List;

/** The real door service before a pretended database, and what it opened and closed. */
public final class Door implements SessionListener {
    final FakePlant plant = new FakePlant();
    final FakeRelationalGate gate = new FakeRelationalGate(plant);
    final List<String> events = new ArrayList<>();
    final SignInService service = new SignInService(gate, this, "test");

    /** A door where every accepted person must choose a new password first. */
    public static SignInService demandingNewPasswords(FakePlant plant, SessionListener listener) {
        FakeRelationalGate plain = new FakeRelationalGate(plant);
        return new SignInService(
                new RelationalGate() {
                    @Override
                    public com.prosynchub.model.health.StoreStatus status() {
                        return plain.status();
                    }

                    @Override
                    public boolean needsFirstAdministrator() {
                        return plain.needsFirstAdministrator();
                    }

                    @Override
                    public void createFirstAdministrator(FirstAdministrator administrator) {
                        plain.createFirstAdministrator(administrator);
                    }

                    @Override
                    public Attempt signIn(String username, String password, String agent) {
                        Attempt attempt = plain.signIn(username, password, agent);
                        if (attempt instanceof Attempt.Accepted(RelationalSession session)
                                && session instanceof FakeRelationalSession fake) {
                            fake.demandPasswordChange();
                        }
                        return attempt;
                    }

                    @Override
                    public Attempt signInCode(String ticket, String code) {
                        return plain.signInCode(ticket, code);
                    }

                    @Override
                    public void close() {
                        plain.close();
                    }
                },
                listener,
                "test");
    }

    UserAccount person(String username) {
        return plant.user(username, "Operator");
    }

    @Override
    public void opened(RelationalSession session) {
        events.add("opened " + session.user().username());
    }

    @Override
    public void closing(RelationalSession session) {
        events.add("closing " + session.user().username());
    }
}
