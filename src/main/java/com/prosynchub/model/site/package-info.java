/** What an administrator decides for the whole site. */
@NullMarked
package com.prosynchub.model.site;

import org.jspecify.annotations.NullMarked;
