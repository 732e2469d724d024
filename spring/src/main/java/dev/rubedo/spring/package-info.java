/**
 * Rubedo in Spring transactions: {@link dev.rubedo.spring.RubedoTransactionManager} opens a session for each
 * transaction, whose connection {@code JdbcTemplate} and everything else on the same data source share.
 */
@NullMarked
package dev.rubedo.spring;

import org.jspecify.annotations.NullMarked;
