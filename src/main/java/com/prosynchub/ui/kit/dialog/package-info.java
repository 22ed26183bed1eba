/** Dialogs with named actions, failure dialogs and the command palette. */
@NullMarked
package com.prosynchub.ui.kit.dialog;

import org.jspecify.annotations.NullMarked;
