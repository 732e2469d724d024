/** The samples of the guide that need MySQL or MariaDB. */
@org.jspecify.annotations.NullMarked
package dev.rubedo.dialect.mysql.guide;
