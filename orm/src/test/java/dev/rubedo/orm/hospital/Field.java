package dev.rubedo.orm.hospital;

/** An enum that is a key. */
public enum Field { SURGERY, CARDIOLOGY, PEDIATRICS }
