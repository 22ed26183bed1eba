/** Tests of mappings. */
@NullMarked
package com.prosynchub.service.metric.mapping;

import org.jspecify.annotations.NullMarked;
