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

    /// How long the head of a request may take from the end of the one before, or from the connection's begin.
    private static let head = TimeAmount.seconds(30)
    /// How long the rest may take, and then the taking of the answer.
    private static let rest = TimeAmount.seconds(20)

    private var due: Scheduled<Void>?

    func channelActive(context: ChannelHandlerContext) {
        begin(Self.head, context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(Self.head, context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        due?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { due?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: begin(Self.rest, context)
        // What is asked for is being done: that has bounds of its own.
        case .end: due?.cancel()
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: begin(Self.rest, context)
        case .body: break
        case .end:
            let written = promise ?? context.eventLoop.makePromise()
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            written.futureResult.whenComplete { _ in
                let (deadline, context) = bound.value
                deadline.begin(Self.head, context)
            }
            return context.write(data, promise: written)
        }
        context.write(data, promise: promise)
    }

    private func begin(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        due?.cancel()
        guard context.channel.isActive else { return }
        let channel = context.channel
        due = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
