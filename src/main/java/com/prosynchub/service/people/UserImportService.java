package com.prosynchub.service.people;

import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.USER;

import com.prosynchub.data.AccountRepository;
import com.prosynchub.model.access.TakenNames;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.audit.SheetCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Adds the people of a list: first says what would become of every line, then adds the good ones, all of them or none.
 * Nobody gives a role beyond the own rank, which the database decides. Workers only; safe for all of them.
 */
public final class UserImportService {
    private final AccessGate gate;
    private final AccountRepository accounts;

    public UserImportService(AccessGate gate, AccountRepository accounts) {
        this.gate = gate;
        this.accounts = accounts;
    }

    /** What an import of this file would do; writes nothing. Throws {@code Invalid} on {@code file} for no such list. */
    public ImportPreview preview(Path file) {
        gate.require(USER, READ);
        gate.require(USER, CREATE);
        List<PeopleFile.Line> lines = PeopleFile.read(file);
        TakenNames taken = accounts.taken(
                lines.stream()
                        .map(line -> line.cell(PeopleColumn.USERNAME).toLowerCase(Locale.ROOT))
                        .toList(),
                lines.stream().map(line -> line.cell(PeopleColumn.EMAIL)).toList());
        PeopleJudge judge = new PeopleJudge(accounts.roles(), gate.user(), taken);
        return new ImportPreview(lines.stream().map(judge::judge).toList());
    }

    /** Adds everybody whom the preview calls fresh, in one transaction; answers the temporary passwords, once. */
    public List<FirstPassword> add(ImportPreview preview) {
        gate.require(USER, CREATE);
        List<UserAccount> fresh = preview.lines().stream()
                .filter(line -> line.verdict() == ImportVerdict.FRESH)
                .map(ImportLine::account)
                .toList();
        List<String> passwords = accounts.createAll(fresh);
        List<FirstPassword> given = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            UserAccount account = fresh.get(i);
            given.add(new FirstPassword(account.username(), account.displayName(), passwords.get(i)));
        }
        return given;
    }

    /**
     * Writes the temporary passwords into a file that only this person's system account reads, where there is such a right.
     * A file of that name is replaced when the new one is whole, and not before.
     */
    public void save(List<FirstPassword> given, Path file) {
        gate.require(USER, CREATE);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IOException(file + " is no file");
            }
            // Made for its owner alone from the first moment.
            Path fresh = Files.createTempFile(folder, ".passwords", null);
            try {
                Files.writeString(fresh, sheet(given));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException unwritable) {
            throw new FailureException(Failure.Invalid.of("file", "fileUnwritable"), unwritable);
        }
    }

    private static String sheet(List<FirstPassword> given) {
        StringBuilder sheet = new StringBuilder("username,name,password\r\n");
        for (FirstPassword one : given) {
            sheet.append(SheetCell.of(one.username()))
                    .append(',')
                    .append(SheetCell.of(one.name()))
                    .append(',')
                    .append(SheetCell.of(one.password()))
                    .append("\r\n");
        }
        return sheet.toString();
    }
}
