package com.prosynchub.service.people;

import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure.Violation;
import java.util.List;

/**
 * One line of a list of people and what would become of it.
 *
 * @param number of the line in the file, from 1
 * @param account as it would be added
 * @param role as it is written in the file
 * @param violations why the line is refused; empty for every other
 */
public record ImportLine(
        long number, UserAccount account, String role, ImportVerdict verdict, List<Violation> violations) {
    public ImportLine {
        violations = List.copyOf(violations);
    }
}
