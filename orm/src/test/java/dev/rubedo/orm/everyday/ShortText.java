package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Column;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Stands for a text of at most thirty characters. */
@Column(length = 30)
@Target(ElementType.METHOD)
@interface ShortText {}
