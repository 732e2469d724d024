package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Id;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.UUID;

/** Stands for a key that the program makes at random. */
@Id
@Default(from = UUID.class, method = "randomUUID")
@Target(ElementType.METHOD)
@interface RandomKey {}
