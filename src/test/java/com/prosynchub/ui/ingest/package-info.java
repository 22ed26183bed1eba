@NullMarked
package com.prosynchub.ui.ingest;

import org.jspecify.annotations.NullMarked;
