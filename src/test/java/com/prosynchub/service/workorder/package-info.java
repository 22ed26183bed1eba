/** What people say about work orders, against the real store. */
@NullMarked
package com.prosynchub.service.workorder;

import org.jspecify.annotations.NullMarked;
