/**
 * MySQL and MariaDB: their dialects, JDBC backends and reflection. Start reading at
 * {@link dev.rubedo.dialect.mysql.MysqlDialect}.
 */
@NullMarked
package dev.rubedo.dialect.mysql;

import org.jspecify.annotations.NullMarked;
