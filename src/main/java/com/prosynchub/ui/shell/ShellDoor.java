package com.prosynchub.ui.shell;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.service.access.SignInService;
import java.util.function.Consumer;

/**
 * The door as the open window uses it.
 *
 * @param swapped called when another person took the window over; the first one's session has ended by then
 */
public record ShellDoor(SignInService service, Consumer<SignedInUser> swapped) {}
