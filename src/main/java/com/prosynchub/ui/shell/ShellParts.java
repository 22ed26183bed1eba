package com.prosynchub.ui.shell;

/** The models behind the frame. */
record ShellParts(
        MainViewModel main,
        AlarmBarViewModel alarms,
        StatusLineViewModel status,
        NotificationsViewModel notifications,
        LockViewModel lock,
        LookViewModel look) {}
