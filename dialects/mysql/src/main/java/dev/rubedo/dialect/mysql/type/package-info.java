/**
 * The types that only MySQL and MariaDB have. Start reading at {@link dev.rubedo.dialect.mysql.type.MysqlTypes}.
 * Nothing here depends on the dialect.
 */
@NullMarked
package dev.rubedo.dialect.mysql.type;

import org.jspecify.annotations.NullMarked;
