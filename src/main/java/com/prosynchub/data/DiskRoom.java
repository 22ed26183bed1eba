package com.prosynchub.data;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The room on the disk that the stores of this computer write to. Safe for all threads. */
@FunctionalInterface
public interface DiskRoom {
    /** The stores are on other computers, whose disks can not be seen from here. */
    DiskRoom ELSEWHERE = OptionalDouble::empty;

    /** The share of the disk that is free, 0 to 1; empty where it can not be told. */
    OptionalDouble free();

    /** Of the disk that holds a folder. */
    static DiskRoom of(Path folder) {
        return () -> {
            try {
                FileStore disk = Files.getFileStore(folder);
                long all = disk.getTotalSpace();
                return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) disk.getUsableSpace() / all);
            } catch (IOException unknown) {
                return OptionalDouble.empty();
            }
        };
    }
}
