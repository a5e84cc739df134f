import NIOCore
import NIOHTTPTypes

/// Cuts off who is slow: a request must be there, and its answer taken, within some time, however steadily it trickles.
///
/// A connection that is idle between requests is Hummingbird's to close; that one counts silence alone, and a byte now and then would keep it
/// open for ever.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long each may take: the head of a request from the end of the one before or the connection's begin, the rest of it, and the
    /// taking of the answer.
    private let time: TimeAmount
    private var due: Scheduled<Void>?

    /// One that waits so long for each.
    init(_ time: TimeAmount) { self.time = time }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        due?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { due?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: begin(context)
        // What is asked for is being done: that has bounds of its own.
        case .end: due?.cancel()
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: begin(context)
        case .body: break
        case .end:
            let written = promise ?? context.eventLoop.makePromise()
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            written.futureResult.whenComplete { _ in
                let (deadline, context) = bound.value
                deadline.begin(context)
            }
            return context.write(data, promise: written)
        }
        context.write(data, promise: promise)
    }

    private func begin(_ context: ChannelHandlerContext) {
        due?.cancel()
        guard context.channel.isActive else { return }
        let channel = context.channel
        due = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
