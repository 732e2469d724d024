/** Recorded loading of SQLAlchemy, compared with the statements of sessions. */
@NullMarked
package dev.rubedo.orm.golden;

import org.jspecify.annotations.NullMarked;
