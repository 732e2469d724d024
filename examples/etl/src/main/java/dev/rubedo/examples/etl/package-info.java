/**
 * An ETL job over two databases: {@code Shop} has the tables of the operational database, {@code Warehouse} transforms in
 * DuckDB over Parquet and CSV files, {@code Etl} streams from one to the other and writes the report back.
 */
@NullMarked
package dev.rubedo.examples.etl;

import org.jspecify.annotations.NullMarked;
