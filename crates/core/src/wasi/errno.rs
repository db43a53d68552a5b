//! WASI's error numbers.

macro_rules! errnos {
    ($( $number:literal $name:ident $text:literal; )*) => {
        /// An error number of WASI preview 1, with WASI's own value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u16)]
        pub enum Errno {
            $( #[doc = $text] $name = $number, )*
        }

        impl Errno {
            /// Every error number, in WASI's order.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// What it means.
            pub fn text(self) -> &'static str {
                match self {
                    $( Self::$name => $text, )*
                }
            }
        }
    };
}

errnos! {
    0 Success "No error.";
    1 TooBig "Argument list too long.";
    2 Acces "Permission denied.";
    3 AddrInUse "Address in use.";
    4 AddrNotAvail "Address not available.";
    5 AfNoSupport "Address family not supported.";
    6 Again "Resource unavailable, or operation would block.";
    7 Already "Connection already in progress.";
    8 BadF "Bad file descriptor.";
    9 BadMsg "Bad message.";
    10 Busy "Device or resource busy.";
    11 Canceled "Operation cancelled.";
    12 Child "No child processes.";
    13 ConnAborted "Connection aborted.";
    14 ConnRefused "Connection refused.";
    15 ConnReset "Connection reset.";
    16 Deadlk "Resource deadlock would occur.";
    17 DestAddrReq "Destination address required.";
    18 Dom "Mathematics argument out of domain of function.";
    19 Dquot "Reserved.";
    20 Exist "File exists.";
    21 Fault "Bad address.";
    22 FBig "File too large.";
    23 HostUnreach "Host is unreachable.";
    24 IdRm "Identifier removed.";
    25 IlSeq "Illegal byte sequence.";
    26 InProgress "Operation in progress.";
    27 Intr "Interrupted function.";
    28 Inval "Invalid argument.";
    29 Io "Input/output error.";
    30 IsConn "Socket is connected.";
    31 IsDir "Is a directory.";
    32 Loop "Too many levels of symbolic links.";
    33 MFile "File descriptor value too large.";
    34 MLink "Too many links.";
    35 MsgSize "Message too large.";
    36 MultiHop "Reserved.";
    37 NameTooLong "Filename too long.";
    38 NetDown "Network is down.";
    39 NetReset "Connection aborted by network.";
    40 NetUnreach "Network unreachable.";
    41 NFile "Too many files open in system.";
    42 NoBufs "No buffer space available.";
    43 NoDev "No such device.";
    44 NoEnt "No such file or directory.";
    45 NoExec "Executable file format error.";
    46 NoLck "No locks available.";
    47 NoLink "Reserved.";
    48 NoMem "Not enough space.";
    49 NoMsg "No message of the desired type.";
    50 NoProtoOpt "Protocol not available.";
    51 NoSpc "No space left on device.";
    52 NoSys "Function not supported.";
    53 NotConn "The socket is not connected.";
    54 NotDir "Not a directory or a symbolic link to a directory.";
    55 NotEmpty "Directory not empty.";
    56 NotRecoverable "State not recoverable.";
    57 NotSock "Not a socket.";
    58 NotSup "Not supported, or operation not supported on socket.";
    59 NoTty "Inappropriate I/O control operation.";
    60 NxIo "No such device or address.";
    61 Overflow "Value too large to be stored in data type.";
    62 OwnerDead "Previous owner died.";
    63 Perm "Operation not permitted.";
    64 Pipe "Broken pipe.";
    65 Proto "Protocol error.";
    66 ProtoNoSupport "Protocol not supported.";
    67 Prototype "Protocol wrong type for socket.";
    68 Range "Result too large.";
    69 Rofs "Read-only file system.";
    70 SPipe "Invalid seek.";
    71 Srch "No such process.";
    72 Stale "Reserved.";
    73 TimedOut "Connection timed out.";
    74 TxtBsy "Text file busy.";
    75 XDev "Cross-device link.";
    76 NotCapable "Extension: capabilities insufficient.";
}

impl Errno {
    /// The number, as a call returns it.
    pub fn raw(self) -> i32 {
        i32::from(self as u16)
    }
}

impl core::fmt::Display for Errno {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.text())
    }
}

impl core::error::Error for Errno {}
