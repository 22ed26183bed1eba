/** The document store on MongoDB's driver: codecs, repositories, validators and indexes. Entered through MongoStore. */
@NullMarked
package com.prosynchub.data.mongo;

import org.jspecify.annotations.NullMarked;
