package dev.rubedo.orm.hospital;

/** An enum that is an attribute. */
public enum Rank { INTERN, RESIDENT, ATTENDING, CHIEF }
