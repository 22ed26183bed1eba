@NullMarked
package com.prosynchub.data.embedded.document;

import org.jspecify.annotations.NullMarked;
