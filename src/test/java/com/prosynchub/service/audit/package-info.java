@NullMarked
package com.prosynchub.service.audit;

import org.jspecify.annotations.NullMarked;
