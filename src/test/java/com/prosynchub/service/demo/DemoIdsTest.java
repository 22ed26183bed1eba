package com.prosynchub.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoIdsTest {
    @Test
    void areTheKeysThatTheScriptsMake() {
        assertThat(DemoIds.asset(64)).hasToString("de300001-0000-4000-8000-000000000064");
        assertThat(DemoIds.user(8)).hasToString("de300003-0000-4000-8000-000000000008");
        assertThat(DemoIds.workOrder(25)).hasToString("de300004-0000-4000-8000-000000000025");
        assertThat(DemoIds.event(3017)).hasToString("de300009-0000-4000-8000-000000003017");
    }
}
