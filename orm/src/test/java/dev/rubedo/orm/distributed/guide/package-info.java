/** The samples of the page "Growing past one machine". */
@NullMarked
package dev.rubedo.orm.distributed.guide;

import org.jspecify.annotations.NullMarked;
